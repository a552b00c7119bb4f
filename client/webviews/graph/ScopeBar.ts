/** What of the vault is shown: around a note and how far, a domain, or all of it, and whether it goes along with the editor. */
import type { GraphNode, GraphScope } from '../../../server/core/features/graph/form';
import { byId } from './dom';
import type { Told } from './messages';

type ToldGraph = Extract<Told, { readonly kind: 'graph' }>;

interface ScopeBarUse {
  ask(scope: GraphScope): void;
  follow(follow: boolean): void;
  /** The note around which the graph is, was, or could be best; any note that is shown where there is none. */
  centre(): string | null;
  start(): Pick<GraphNode, 'path' | 'domain'> | null;
}

export class ScopeBar {
  private readonly scopes = byId<HTMLSelectElement>('scope');
  private readonly domains = byId<HTMLSelectElement>('domain');
  private readonly steps = byId<HTMLSelectElement>('steps');
  private readonly follow = byId<HTMLInputElement>('follow');

  constructor(private readonly use: ScopeBarUse) {
    const { scopes, domains, steps, follow } = this;
    scopes.addEventListener('change', () => this.chosen());
    domains.addEventListener('change', () => use.ask({ kind: 'domain', domain: domains.value }));
    steps.addEventListener('change', () => this.askSteps(Number(steps.value)));
    follow.addEventListener('change', () => use.follow(follow.checked));
  }

  show({ choice, graph: { scope }, domains: all }: ToldGraph): void {
    const { scopes, domains, steps } = this;
    scopes.value = scope.kind;
    domains.hidden = scope.kind !== 'domain';
    steps.hidden = scope.kind !== 'note';
    // Nothing else has a centre that could go along.
    byId('follows').hidden = scope.kind !== 'note';
    if (scope.kind === 'note') steps.value = `${scope.steps}`;
    const options = [...domains.options].map(({ value }) => value);
    if (options.join('\n') !== all.join('\n'))
      domains.replaceChildren(...all.map(name => new Option(name, name)));
    if (scope.kind === 'domain') domains.value = scope.domain;
    const domainOption = [...scopes.options].find(({ value }) => value === 'domain');
    if (domainOption !== undefined) domainOption.disabled = all.length === 0;
    this.follow.checked = choice.follow;
  }

  askSteps(steps: number): void {
    const path = this.use.centre();
    if (path !== null) this.use.ask({ kind: 'note', path, steps });
  }

  /** As far as it was last. */
  askAround(path: string): void {
    this.use.ask({ kind: 'note', path, steps: Number(this.steps.value) });
  }

  private chosen(): void {
    const start = this.use.start();
    const [first] = this.domains.options;
    const domain = start?.domain ?? first?.value ?? '';
    if (this.scopes.value === 'vault') this.use.ask({ kind: 'vault' });
    else if (this.scopes.value === 'domain') this.use.ask({ kind: 'domain', domain });
    else if (start !== null) this.askAround(start.path);
  }
}
