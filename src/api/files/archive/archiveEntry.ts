/** Why a file of an archive is not taken out of it. */
export type EntryRefusal =
  | 'encrypted'
  /** It is a link. */
  | 'link'
  /** A device, a pipe, a socket. */
  | 'special'
  /** Packed in a way that is not read here. */
  | 'method'
  /** It would be larger than it can be, or than anybody builds: a bomb. */
  | 'bomb'
  /** Nothing is left of its name. */
  | 'name'
  /** Another one has its name: which of them is meant cannot be told. */
  | 'duplicate';

/** A file in an archive, as its list tells it. */
export interface ArchiveEntry {
  /** Clean, with `/` between folders (`cleanEntryName`). Untrusted text. */
  readonly name: string;
  /** Bytes when it is taken out. */
  readonly size: number;
  readonly refusal: EntryRefusal | undefined;
  readonly place: EntryPlace;
}

/** Where the bytes of a file are, and how they are packed. */
export interface EntryPlace {
  /** Of what stands before its bytes. */
  readonly offset: number;
  /** Where something else begins. */
  readonly limit: number;
  readonly packedSize: number;
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Its bytes, each a character. */
  readonly rawName: string;
}
