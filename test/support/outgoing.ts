/** Everything this process writes to a socket, but to the server under test: what leaves towards the database or anybody else. */
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

export interface Outgoing {
  /** All bytes so far, as text of one byte a character. */
  bytes(): string;
  /** Ports that were written to. */
  ports(): ReadonlySet<number>;
  stop(): void;
}

/** `except`: the port of the server under test; both ends of its connections are left out. */
export const watchOutgoing = (except: number): Outgoing => {
  const parts: Buffer[] = [];
  const ports = new Set<number>();
  Socket.prototype.write = function write(this: Socket, ...given: Parameters<Socket['write']>) {
    if (this.remotePort !== except && this.localPort !== except && this.remotePort !== undefined) {
      ports.add(this.remotePort);
      const [chunk, encoding] = given as [string | Uint8Array, BufferEncoding | undefined];
      parts.push(typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : Buffer.from(chunk));
    }
    return Duplex.prototype.write.apply(this, given as never);
  } as Socket['write'];
  return {
    bytes: () => Buffer.concat(parts).toString('latin1'),
    ports: () => ports,
    stop: () => { delete (Socket.prototype as { write?: unknown }).write; },
  };
};
