import type { Declaration } from './declarations';
import type { ListStyle, Parameter } from './model';

/** How the value of a parameter is written: `collectionFormat` (2.0), or `style`, `explode` and the like (3.x). */
export function stylesOf(
  declared: Declaration,
  place: Parameter['in'],
): Pick<Parameter, 'listStyle' | 'objectStyle' | 'pathStyle' | 'allowReserved'> {
  const style = declared.text('style');
  const single = place === 'path' || place === 'header';
  const objectStyle =
    place === 'query' && style === 'deepObject'
      ? ('deep' as const)
      : single && declared.flag('explode')
        ? ('pairs' as const)
        : undefined;
  const pathStyle = style === 'label' || style === 'matrix' ? style : undefined;
  return {
    listStyle: listStyleOf(declared, place),
    ...(objectStyle && { objectStyle }),
    ...(place === 'path' && pathStyle && { pathStyle }),
    ...(place === 'query' && declared.flag('allowReserved') && { allowReserved: true as const }),
  };
}

const listStyles: ReadonlyMap<string | undefined, ListStyle> = new Map([
  ['multi', 'repeat'],
  ['ssv', 'space'],
  ['tsv', 'tab'],
  ['pipes', 'pipe'],
  ['spaceDelimited', 'space'],
  ['pipeDelimited', 'pipe'],
  ['deepObject', 'repeat'],
]);

/** With the defaults of each specification. */
export function listStyleOf(declared: Declaration | undefined, place: Parameter['in']): ListStyle {
  const format = declared?.text('collectionFormat');
  const isOld = declared !== undefined && !declared.raw['schema'] && !declared.raw['content'];
  if (format !== undefined || isOld) {
    return listStyles.get(format) ?? 'comma';
  }
  if (place === 'path' || place === 'header') {
    return 'comma';
  }
  const style = declared?.text('style');
  const explode = declared?.raw['explode'] ?? (style === undefined || style === 'form');
  return explode === true ? 'repeat' : (listStyles.get(style) ?? 'comma');
}
