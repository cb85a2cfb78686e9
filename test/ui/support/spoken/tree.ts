import type { CDPSession, Locator, Page } from 'playwright-core';
import { until } from '../../../vscode/until';

/** One thing as the browser tells it to a screen reader. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** What else is said of it: `level`, `expanded`, `selected`, `focused`, … Of what is not so, only `expanded`. */
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly Spoken[];
}

interface AxValue {
  readonly value?: unknown;
  readonly relatedNodes?: readonly { readonly backendDOMNodeId: number }[];
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
}

/** Leads from the elements of a locator to those of the browser's own protocol, which knows them by other handles. */
const MARK = 'data-read-aloud';

/** An element, as far as it is marked here: the types of the page are not those of the tests. */
interface Marked {
  setAttribute(name: string, value: string): void;
}

/** Reads the accessibility tree that the browser itself makes of a page: what a screen reader gets. */
export class AccessibilityTree {
  private session: CDPSession | undefined;
  private marks = 0;

  constructor(private readonly page: Page) {}

  /** What an element is, with all that is in it; of one that goes while it is read, what is in its place then. */
  async of(locator: Locator): Promise<Spoken> {
    return until('an element that stays while it is read', () => this.read(locator));
  }

  private async read(locator: Locator): Promise<Spoken> {
    const session = await this.open();
    const mark = String(this.marks++);
    await locator.evaluate(
      (element: Marked, [name, value]) => {
        element.setAttribute(name, value);
      },
      [MARK, mark] as const,
    );
    const expression = `document.querySelector('[${MARK}="${mark}"]')`;
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) throw new Error('The element went while it was read.');
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId });
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return new Reader(nodes).read(node.backendNodeId);
  }

  private async open(): Promise<CDPSession> {
    if (!this.session) {
      this.session = await this.page.context().newCDPSession(this.page);
      await this.session.send('Accessibility.enable');
    }
    return this.session;
  }
}

/** All of these roles within something, itself included, as they are met. */
export function withRole(within: Spoken, ...roles: readonly string[]): Spoken[] {
  const below = within.children.flatMap((child) => withRole(child, ...roles));
  return roles.includes(within.role) ? [within, ...below] : below;
}

/** The only one of a role within something. */
export function theOnly(within: Spoken, role: string): Spoken {
  const [found, ...others] = withRole(within, role);
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} of the role ${role}`);
  return found;
}

/** As a screen reader puts it: `treeitem 2 collapsed selected iOS, 5 versions`. */
export function sentence({ role, name, states }: Spoken): string {
  const { level, expanded, selected } = states;
  const facts = [
    typeof level === 'number' ? String(level) : '',
    expanded === undefined ? '' : expanded === true ? 'expanded' : 'collapsed',
    selected === true ? 'selected' : '',
  ];
  return [role, ...facts.filter((fact) => fact !== ''), name].join(' ');
}

/** Makes a tree of the nodes that the browser gives in a row. */
class Reader {
  private readonly byId;
  private readonly byElement;

  constructor(nodes: readonly AxNode[]) {
    this.byId = new Map(nodes.map((node) => [node.nodeId, node]));
    this.byElement = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
  }

  /** What an element is. One that says nothing itself, as boxes for the layout do, has the role `none`. */
  read(element: number): Spoken {
    const node = this.byElement.get(element);
    if (!node) throw new Error('The element is not in the tree.');
    const [first, ...others] = this.spoken(node);
    return first && others.length === 0 && !node.ignored
      ? first
      : { role: 'none', name: '', description: '', states: {}, children: this.spoken(node) };
  }

  /** A node, or in the place of one that says nothing those in it. */
  private spoken(node: AxNode): Spoken[] {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = this.byId.get(id);
      return child ? this.spoken(child) : [];
    });
    if (node.ignored) return children;
    const states = (node.properties ?? [])
      .map(({ name, value }) => [name, this.stateOf(value)] as const)
      .filter(([name, value]) => value !== undefined && (value !== false || name === 'expanded'));
    return [
      {
        role: textOf(node.role),
        name: textOf(node.name),
        description: textOf(node.description),
        states: Object.fromEntries(states),
        children,
      },
    ];
  }

  /** A state that leads to other things, such as `activedescendant`, is the name of the first. */
  private stateOf({ value, relatedNodes }: AxValue): unknown {
    const [related] = relatedNodes ?? [];
    const node = related && this.byElement.get(related.backendDOMNodeId);
    return node ? textOf(node.name) : value;
  }
}

function textOf(value: AxValue | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}
