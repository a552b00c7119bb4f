/** The card beside a note: all that the graph knows of it. */
import { element } from './dom';
import type { Spot } from './scene';
import { challengedWords } from './words';

/** Milliseconds for which the mouse rests on a note before its card opens. */
const REST = 220;
const GAP = 10;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class Card {
  private timer = 0;
  private shown: string | null = null;

  constructor(private readonly root: HTMLElement) {}

  /** After a rest of the mouse, or at once. */
  show(spot: Spot, placeOf: () => Place, soon: boolean): void {
    if (this.shown === spot.node.path) return;
    this.hide();
    this.shown = spot.node.path;
    this.timer = window.setTimeout(() => this.open(spot, placeOf()), soon ? 0 : REST);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shown = null;
    this.root.hidden = true;
  }

  private open({ node, challengers, degree }: Spot, place: Place): void {
    const { title, type, confidence, domain, created } = node;
    const facts = [
      ['Type', type ?? 'not said'],
      ['Confidence', confidence ?? 'not said'],
      ['Domain', domain ?? 'not said'],
      ['Created', created ?? 'not said'],
      ['Edges here', `${degree}`],
    ];
    const against = node.challenged
      ? [element('p', capital(challengedWords(node, challengers)), 'against')]
      : [];
    this.root.replaceChildren(
      element('strong', title),
      ...facts.map(([name, value]) => element('p', `${name}: ${value}`)),
      ...against,
    );
    this.root.hidden = false;
    this.put(place);
  }

  /** Beside the note, on the side where there is room. */
  private put({ left, top, width, height }: Place): void {
    const { clientWidth, clientHeight } = this.root.parentElement ?? document.body;
    const { offsetWidth, offsetHeight } = this.root;
    const most = (size: number, room: number) => Math.max(4, room - size - 4);
    const below = top + height + GAP;
    const isBelow = below + offsetHeight < clientHeight;
    const x = Math.min(Math.max(4, left), most(offsetWidth, clientWidth));
    const y = isBelow ? below : Math.max(4, top - offsetHeight - GAP);
    const beside = left + width + GAP;
    const overlaps = !isBelow && top - offsetHeight - GAP < 4;
    this.root.style.left = `${overlaps && beside + offsetWidth < clientWidth ? beside : x}px`;
    this.root.style.top = `${Math.min(y, most(offsetHeight, clientHeight))}px`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
