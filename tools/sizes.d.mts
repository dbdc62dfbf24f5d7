/** Bytes of some files together. Each is compressed by itself. */
export interface Sizes {
  readonly files: number;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface WidgetSizes {
  readonly firstScreen: Sizes;
  readonly everything: Sizes;
  readonly doctor: Sizes;
}

export const limits: Readonly<Record<'firstScreen' | 'everything', number>>;
export function measureSizes(): Promise<WidgetSizes>;
export function sizesTable(sizes: WidgetSizes): string;
