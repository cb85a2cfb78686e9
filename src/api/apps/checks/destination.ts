/** Where an app is to be sent, as far as it matters for whether it is of use there. Texts are untrusted. */
export interface AppDestination {
  /** Testing distribution, a publish profile, the Enterprise App Store. */
  readonly kind: 'distribution' | 'publish' | 'store';
  /** Where only apps of one are taken. */
  readonly platform?: 'ios' | 'android' | undefined;
  /** The only bundle id, or package name, that is taken there, where one is set. */
  readonly requiredIds?: Readonly<Partial<Record<'ios' | 'android', string>>> | undefined;
  /** What is there already, the newest first. Nothing is said of what is not known. */
  readonly versions?: readonly PresentVersion[] | undefined;
}

/** A version that is there already: those of every module have that. */
export interface PresentVersion {
  /** Bundle id or package name. */
  readonly bundleId?: string | undefined;
  readonly version?: string | undefined;
  /** Build number or version code. */
  readonly code?: string | undefined;
  readonly platform?: 'ios' | 'android' | 'unknown' | undefined;
  readonly fileName?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
}
