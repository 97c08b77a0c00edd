/** What is used of bittorrent-tracker's client, which has no types. */
declare module "bittorrent-tracker/client" {
  /** A connection to a peer; its id in hexadecimal digits. */
  export interface TrackerPeer {
    id: string;
    destroy(): void;
  }

  export default class Client {
    constructor(options: object);
    emit(event: string, ...values: unknown[]): boolean;
  }
}
