import { describe, expect, it } from "vitest";
import { Session, type TokenStore } from "../src/session";
import type { Tokens } from "../src/types";

class MemoryStore implements TokenStore {
  readonly values = new Map<string, string>();
  getItem = (key: string): string | null => this.values.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.values.set(key, value);
  removeItem = (key: string): void => void this.values.delete(key);
}

const tokens = (number: number): Tokens => ({
  access_token: `access-${number}`,
  refresh_token: `refresh-${number}`,
  expires_in: 60,
  refresh_token_expires_in: 600,
});

describe("session", () => {
  it("refreshes once for all who ask, shortly before the end", async () => {
    let now = 0;
    const asked: Record<string, string>[] = [];
    const session = new Session(new MemoryStore(), async (form) => tokens(asked.push(form)), () => now);
    await session.signIn("alice", "secret");
    expect(await session.token()).toBe("access-1");
    now = 50_000;
    expect(await Promise.all([session.token(), session.token()])).toEqual(["access-2", "access-2"]);
    expect(asked[1]).toEqual({ grant_type: "refresh_token", refresh_token: "refresh-1" });
    expect(asked).toHaveLength(2);
  });

  it("ends when the refresh token is refused", async () => {
    let now = 0;
    let first = true;
    const request = async (): Promise<Tokens> => {
      if (!first) {
        throw new Error("invalid_grant");
      }
      first = false;
      return tokens(1);
    };
    const session = new Session(new MemoryStore(), request, () => now);
    await session.signIn("alice", "secret");
    now = 61_000;
    expect(await session.token()).toBeNull();
    expect(session.signedIn).toBe(false);
  });

  it("never keeps the password", async () => {
    const store = new MemoryStore();
    await new Session(store, async () => tokens(1)).signIn("alice", "secret-word");
    expect([...store.values.values()].join()).not.toContain("secret-word");
  });
});
