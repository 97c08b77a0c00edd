import type { Tokens } from "./types";

/** Where tokens are kept: sessionStorage in the browser, so that they end with the tab. */
export type TokenStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Asks the gateway for tokens. */
export type TokenRequest = (form: Record<string, string>) => Promise<Tokens>;

interface Kept {
  access: string;
  refresh: string;
  accessUntil: number;
  refreshUntil: number;
}

const KEY = "vireo-session";
const EARLY_MILLIS = 20_000;

/** The signed-in person of this tab. Access tokens are refreshed shortly before they end, once for all who wait. */
export class Session {
  private refreshing: Promise<string | null> | null = null;

  constructor(
    private readonly store: TokenStore,
    private readonly request: TokenRequest,
    private readonly now: () => number = Date.now,
  ) {}

  get signedIn(): boolean {
    const kept = this.read();
    return kept !== null && (kept.refreshUntil > this.now() || kept.accessUntil > this.now());
  }

  async signIn(username: string, password: string): Promise<void> {
    this.keep(await this.request({ grant_type: "password", username, password }));
  }

  signOut(): void {
    this.store.removeItem(KEY);
  }

  /** A token that is good for some seconds more, or null when nobody is signed in. */
  async token(): Promise<string | null> {
    const kept = this.read();
    if (kept === null) {
      return null;
    }
    if (kept.accessUntil - EARLY_MILLIS > this.now()) {
      return kept.access;
    }
    this.refreshing ??= this.refresh(kept).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async refresh(kept: Kept): Promise<string | null> {
    try {
      const tokens = await this.request({ grant_type: "refresh_token", refresh_token: kept.refresh });
      this.keep(tokens);
      return tokens.access_token;
    } catch {
      if (kept.accessUntil > this.now()) {
        return kept.access;
      }
      this.signOut();
      return null;
    }
  }

  private keep(tokens: Tokens): void {
    const kept: Kept = {
      access: tokens.access_token,
      refresh: tokens.refresh_token,
      accessUntil: this.now() + tokens.expires_in * 1000,
      refreshUntil: this.now() + tokens.refresh_token_expires_in * 1000,
    };
    this.store.setItem(KEY, JSON.stringify(kept));
  }

  private read(): Kept | null {
    const text = this.store.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Kept);
  }
}
