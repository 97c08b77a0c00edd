import type { Player } from "../player";
import { mayChoose, whyNot, WORDS, type Reason } from "./decision";
import type { SharingEngine } from "./engine";
import { figuresLine } from "./exchange";
import type { Surroundings } from "./surroundings";

/** Where the viewer sees and says it. */
export interface SharingParts {
  box: HTMLElement;
  toggle: HTMLInputElement;
  why: HTMLElement;
  figures: HTMLElement;
}

/** What a viewer said stays said. */
export type ChoiceStore = Pick<Storage, "getItem" | "setItem">;

const CHOICE = "vireo.sharing";
const EVERY_MILLIS = 2_000;
/** Wrong segments until nothing is taken from peers any more: whoever sent one is banned, and may be here under other ids. */
const MOST_DROPPED = 5;

/** The switch and the figures below a player, and the engine behind them: it is loaded when sharing begins. */
export class SharingControl {
  private engine: SharingEngine | null = null;
  /** Whether the player plays with the engine, which may be stopped. */
  private attached = false;
  private loading = false;
  private broken = false;

  constructor(
    private readonly parts: SharingParts,
    private readonly player: Player,
    private readonly surroundings: Surroundings,
    private readonly store: ChoiceStore,
    private readonly terms: { able: boolean; byDefault: boolean; load: () => Promise<SharingEngine> },
  ) {}

  /** Begins to play, sharing or not. */
  async begin(at: number): Promise<void> {
    this.parts.box.hidden = false;
    this.parts.toggle.onchange = () => {
      this.store.setItem(CHOICE, this.parts.toggle.checked ? "on" : "off");
      void this.follow();
    };
    if (this.reason() === null) {
      await this.load();
    }
    this.attached = this.shares();
    this.player.start(at, this.attached ? this.engine?.make : undefined);
    setInterval(() => this.tick(), EVERY_MILLIS);
    this.show();
  }

  /** Does what viewer and device want now. */
  async follow(): Promise<void> {
    if (this.reason() !== null) {
      this.engine?.stop();
    } else if (this.attached) {
      this.engine?.goOn();
    } else if (!this.loading) {
      const engine = this.engine ?? (await this.load());
      if (engine !== null && this.shares()) {
        this.attached = true;
        this.player.restart(engine.make);
      }
    }
    this.show();
  }

  private async load(): Promise<SharingEngine | null> {
    this.loading = true;
    this.engine = await this.terms.load().catch(() => null);
    this.broken = this.engine === null;
    this.loading = false;
    return this.engine;
  }

  private shares(): boolean {
    return this.engine !== null && this.reason() === null;
  }

  private reason(): Reason | null {
    const said = this.store.getItem(CHOICE);
    return whyNot({
      able: this.terms.able,
      privacyAsked: this.surroundings.privacyAsked,
      metered: this.surroundings.metered,
      batteryLow: this.surroundings.batteryLow,
      deceived: (this.engine?.checks.dropped ?? 0) >= MOST_DROPPED,
      broken: this.broken,
      choice: said === "on" || said === "off" ? said : null,
      byDefault: this.terms.byDefault,
    });
  }

  private tick(): void {
    if (this.shares()) {
      this.engine?.tick();
    } else {
      this.engine?.stop();
    }
    this.show();
  }

  private show(): void {
    const reason = this.reason();
    this.parts.toggle.checked = reason === null;
    this.parts.toggle.disabled = !mayChoose(reason);
    this.parts.why.textContent = reason === null ? "" : WORDS[reason];
    this.parts.figures.hidden = !this.shares();
    if (this.engine !== null) {
      this.showFigures(this.engine);
    }
  }

  private showFigures(engine: SharingEngine): void {
    const now = engine.exchange.figures();
    this.parts.figures.textContent = figuresLine(now);
    Object.assign(this.parts.figures.dataset, {
      peers: String(now.peers),
      httpBytes: String(now.httpBytes),
      peerBytes: String(now.peerBytes),
      givenBytes: String(now.givenBytes),
      checked: String(engine.checks.checked),
      dropped: String(engine.checks.dropped),
      banned: String(engine.banned),
    });
  }
}
