/** One client's session: finds its vaults, indexes them with progress, and follows the files as they change. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { checkNote } from '../core/rules/check';
import { vaultMarker } from '../core/vault/marker';
import { AnsweredRename } from './AnsweredRename';
import { type Abilities, abilitiesOf, foldersOf } from './abilities';
import { machinePath } from './address';
import { configDiagnostics } from './configAnswers';
import { type Addresses, toDiagnostic } from './convert';
import { Diagnostics } from './Diagnostics';
import { Documents } from './Documents';
import { takeFileChanges } from './fileChanges';
import { indexVault } from './indexVault';
import type { OpenVault } from './OpenVault';
import { OwnWatches } from './OwnWatches';
import { checked, paramsForms } from './params';
import type { Machine } from './port';
import { parseSettings, type Settings } from './protocol';
import { Shown } from './Shown';
import { StatusTeller } from './StatusTeller';
import { Storm } from './Storm';
import { Workspace } from './Workspace';

export class Session {
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly answeredRename = new AnsweredRename();
  readonly shown: Shown;
  private readonly status: StatusTeller;
  private readonly diagnostics: Diagnostics;
  private readonly storm: Storm;
  private readonly watches: OwnWatches;
  /** Whether the client leaves files to the server. */
  private watchesItself: boolean;
  /** Whether the client opens single files: their vaults are found by them. */
  private readonly adopts: boolean;
  /** What the client can show. */
  readonly shows: Abilities;
  /** Work on files is done in the order in which it came. */
  private queue: Promise<void> = Promise.resolve();
  private begun = false;
  /** How often the client was asked for its settings, and which of its answers holds. */
  private settingsAsked = 0;
  private settingsTold = 0;
  /** Changes on the disk that nobody took up yet. */
  private events: readonly FileEvent[] = [];

  constructor(
    private readonly connection: Connection,
    readonly machine: Machine,
    private readonly client: InitializeParams,
  ) {
    this.diagnostics = new Diagnostics(
      (vault, path) => this.check(vault, path),
      (vault, path, diagnostics) => {
        const uri = this.workspace.uriOf({ vault, path });
        const version = this.documents.version(uri);
        const of = version === undefined ? {} : { version };
        // Where it cannot be sent the client is gone, and the server ends for that.
        return connection.sendDiagnostics({ uri, diagnostics, ...of }).catch(() => {});
      },
      () => {
        this.status.tell();
        this.storm.checked();
      },
      () => this.storm.checked(),
    );
    this.storm = new Storm(
      connection.window,
      () => this.diagnostics.left,
      () => this.diagnostics.stop(),
    );
    this.workspace = new Workspace(machine.files, (vault, delta, before) => {
      // Whoever was at it when another took its place may still look at its files.
      if (!this.workspace.all.includes(vault)) return;
      this.diagnostics.touch(vault, delta);
      this.shown.changed(vault, delta, before);
    });
    this.documents = new Documents(this.workspace);
    this.shows = abilitiesOf(client);
    this.watchesItself = !this.shows.watchesFiles;
    const vaults = () => this.workspace.all;
    this.status = new StatusTeller(connection, vaults, () => this.diagnostics);
    this.shown = new Shown(connection, this.shows, vaults, error => this.report(error));
    this.watches = new OwnWatches(
      machine.files,
      events => this.filesChanged(events),
      reason => connection.console.warn(`Not all files can be watched: ${reason}`),
    );
    const folders = foldersOf(client);
    this.adopts = folders.length === 0;
    for (const uri of folders) this.workspace.addFolder(uri);
  }

  async start(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    const { workspace } = this.client.capabilities;
    let watched: Promise<unknown> = Promise.resolve();
    if (!this.watchesItself) {
      // Folders are watched too: a folder that is moved away may be the only thing reported.
      const watchers = [{ globPattern: '**/*' }];
      // Whatever changes once files are listed has to be heard of.
      watched = this.connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => {
          this.report(error);
          this.watchesItself = true;
        });
    }
    if (workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(event => {
        const { added, removed } = checked(paramsForms.folders, event);
        for (const { uri } of removed) this.workspace.removeFolder(uri);
        for (const { uri } of added) this.workspace.addFolder(uri);
        this.rediscover(false);
      });
    }
    await Promise.all([watched, this.readSettings()]);
    this.rediscover(false);
  }

  async readSettings(): Promise<void> {
    if (this.client.capabilities.workspace?.configuration !== true) return;
    const turn = ++this.settingsAsked;
    try {
      const written: unknown = await this.connection.workspace.getConfiguration('claimwright');
      // An answer that comes behind that to a later question is outdated.
      if (turn < this.settingsTold) return;
      this.settingsTold = turn;
      this.diagnostics.settings = parseSettings(written);
    } catch {
      // A client that does not tell leaves them as they are.
      return;
    }
    for (const vault of this.workspace.all) this.diagnostics.touchAll(vault);
    this.shown.views.refresh();
  }

  get settings(): Settings {
    return this.diagnostics.settings;
  }

  /** The vaults' files, folders, settings or borders changed on the disk. */
  filesChanged(events: readonly FileEvent[]): void {
    const { fetch } = this.machine.files;
    if (fetch === undefined) {
      this.take(events);
      return;
    }
    const changes = events.map(({ uri, type }) => ({
      path: machinePath(uri),
      created: type === FileChangeType.Created,
    }));
    this.enqueue(async () => {
      await fetch.changes(changes);
      this.take(events);
    });
  }

  private take(events: readonly FileEvent[]): void {
    const ofConfig = events.filter(({ uri }) => uri.endsWith(`/${vaultMarker}`));
    // Some editors save by putting a new file in the place of the old one.
    const isSaved = ({ uri, type }: FileEvent) =>
      type === FileChangeType.Changed ||
      (type === FileChangeType.Created && this.workspace.configOf(uri)?.isMarked === true);
    if (!ofConfig.every(isSaved)) this.rediscover(true);
    else for (const { uri } of ofConfig) this.configChanged(uri);
    const isWaiting = this.events.length > 0;
    // What comes while others are taken over is of one storm with them.
    if (!isWaiting && !this.storm.isReading) this.diagnostics.resume();
    this.events = this.events.concat(events);
    // What comes one by one while others are taken over is taken over together.
    if (!isWaiting) this.enqueue(() => this.takeEvents());
  }

  private async takeEvents(): Promise<void> {
    const { workspace, machine, events } = this;
    this.events = [];
    const consequence = await this.storm.read(taken =>
      takeFileChanges(workspace, machine.files, events, taken),
    );
    if (consequence !== 'none') this.rediscover(consequence === 'borders');
    this.status.tell();
  }

  /** A document was opened. Of a client without folders, the marked vault around it is; a note without one belongs to none. */
  opened(document: TextDocumentItem): void {
    this.documents.opened(document);
    const place = this.workspace.placeOf(document.uri);
    if (place !== null) this.diagnostics.publishAgain(place.vault, place.path);
    if (!this.adopts || place !== null) return;
    const root = this.workspace.markedAround(document.uri);
    if (root === null) return;
    this.workspace.addFolder(root);
    this.rediscover(false);
  }

  /** A document was saved; not every client watches files. */
  saved(uri: string): void {
    if (this.machine.files.fetch === undefined) this.configChanged(uri);
    else this.filesChanged([{ uri, type: FileChangeType.Changed }]);
  }

  /** Settings take effect, without a restart. */
  private configChanged(uri: string): void {
    if (!uri.endsWith(`/${vaultMarker}`)) return;
    this.enqueue(async () => {
      const vault = this.workspace.configOf(uri);
      const taken = vault?.configure();
      if (!vault || taken === 'same') return;
      if (taken === 'done') {
        this.shown.refresh([vault]);
        return this.diagnostics.touchAll(vault);
      }
      const renewed = this.workspace.renew(vault);
      this.diagnostics.drop(vault);
      await this.loadAll([renewed]);
    });
  }

  addresses(vault: OpenVault): Addresses {
    const docs = this.shows.ruleDocs ?? this.machine.ruleDocs;
    return {
      uri: path => this.workspace.uriOf({ vault, path }),
      docs: code => (docs === null ? null : `${docs}/${code.replace('/', '-')}.md`),
    };
  }

  /** Finds the vaults of the workspace anew and reads those that came. */
  private rediscover(anew: boolean): void {
    this.enqueue(async () => {
      const { added, removed } = await this.workspace.discover(anew);
      for (const vault of removed) this.diagnostics.drop(vault);
      if (this.watchesItself) this.watches.set(this.workspace.all.map(({ root }) => root));
      if (removed.length > 0) this.shown.refresh(removed);
      await this.loadAll(added);
    });
  }

  private async loadAll(vaults: readonly OpenVault[]): Promise<void> {
    this.documents.tellNew(vaults);
    for (const vault of vaults)
      await this.load(vault).catch((error: unknown) => this.report(error));
    const whole = this.workspace.isWhole && this.workspace.all.every(vault => vault.complete);
    this.status.set(whole ? 'ready' : 'stopped');
  }

  private async load(vault: OpenVault): Promise<void> {
    this.status.set('indexing');
    const complete = await indexVault(
      this.connection,
      vault,
      listed => this.machine.openCache(this.shows.cacheFolder, listed),
      () => this.status.tell(),
    );
    if (!complete) return;
    this.diagnostics.touchAll(vault);
    this.shown.refresh([vault]);
  }

  private check(vault: OpenVault, path: string) {
    if (path === vaultMarker) return configDiagnostics(vault, this.addresses(vault));
    const lines = vault.index.note(path)?.lines;
    if (lines === undefined) return [];
    const addresses = this.addresses(vault);
    try {
      const alone = !vault.complete;
      const findings = checkNote(vault.index, path, this.machine.today(), { alone });
      return findings.map(finding => toDiagnostic(lines, finding, addresses));
    } catch (error) {
      // A fault in a rule costs this note its problems, and no other note.
      this.report(error);
      return [];
    }
  }

  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.report(error));
  }

  private report(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(text);
  }
}
