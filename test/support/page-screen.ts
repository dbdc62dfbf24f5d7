import type {BelvoConnect} from '../../src/index.js';
import {isReachable, nameOf, textOf} from './page-names.js';

/** What a person can read on the screen of a widget. */
export class Screen {
  constructor(readonly element: BelvoConnect) {}

  get root(): ShadowRoot {
    const {shadowRoot} = this.element;
    if (!shadowRoot) throw new Error('The widget has no open shadow root.');
    return shadowRoot;
  }

  /** Labels of the fields on screen. */
  fields(): string[] {
    return this.controls().map(nameOf);
  }

  /** The heading of the screen: that of the question before leaving, where there is one. */
  heading(): string {
    const headings = this.reachable('h1, h2, h3').filter((each) => textOf(each));
    const heading = headings[0];
    if (headings.length !== 1 || !heading) {
      throw new Error(`A screen has one heading; here are ${headings.length}: ${this.describe()}`);
    }
    return textOf(heading);
  }

  /** Message under a wrong field; null when there is none. */
  error(): string | null {
    return this.#textOfPart('error');
  }

  /** Message above a form; null when there is none. */
  notice(): string | null {
    return this.#textOfPart('notice');
  }

  /** What is read out when the screen reader is free. */
  status(): string {
    return textOf(this.one('[part~="frame"] > [role="status"]'));
  }

  /** What is read out at once. */
  alert(): string {
    return textOf(this.one('[part~="frame"] > [role="alert"]'));
  }

  /** The rows of the list, without the one for a missing institution. */
  rows(): string[] {
    return this.reachable('[part~="institution"][data-name]').map(nameOf);
  }

  /** Names of the institutions in the list, as the API knows them. */
  names(): string[] {
    return this.reachable('[part~="institution"][data-name]').map(
      (row) => row.dataset['name'] ?? '',
    );
  }

  /** Names of the buttons that can be pressed. */
  buttons(): string[] {
    return this.reachableButtons().map(nameOf);
  }

  /** Names of the actions at the foot of a screen. */
  actions(): string[] {
    return this.reachable('[part~="primary-button"], [part~="secondary-button"]').map(nameOf);
  }

  /** All text on screen. */
  text(): string {
    return this.reachable('[part~="body"], [role="alertdialog"], [part~="footer"]')
      .map(textOf)
      .join(' ');
  }

  /** The element of a part. */
  part(part: string): HTMLElement {
    return this.one(`[part~="${part}"]`);
  }

  /** Whether there is an element with a part. */
  hasPart(part: string): boolean {
    return this.reachable(`[part~="${part}"]`).length > 0;
  }

  /** The one element that fits a selector. */
  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found) return found;
    throw new Error(`There is no ${selector}. On screen: ${this.describe()}`);
  }

  /** What the focus is on inside of the widget, by its name; null when it is elsewhere. */
  focused(): string | null {
    const {activeElement} = this.root;
    return activeElement && nameOf(activeElement);
  }

  /** What is on screen, for messages. */
  describe(): string {
    const text = this.text() || textOf(this.element) || 'nothing';
    const buttons = this.buttons().slice(0, 12).join(', ');
    return `step "${this.element.step}"; ${text.slice(0, 300)}; buttons: ${buttons || 'none'}.`;
  }

  #textOfPart(part: string): string | null {
    const [found] = this.reachable(`[part~="${part}"]`);
    return found ? textOf(found) : null;
  }

  /** The buttons that can be pressed. */
  protected reachableButtons(): HTMLElement[] {
    return this.reachable('button');
  }

  /** What fits a selector and can be seen and reached. */
  protected reachable(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)].filter(isReachable);
  }

  /** Fields that can be filled in, and choices. */
  protected controls(): (HTMLInputElement | HTMLSelectElement)[] {
    return this.reachable('input:not([type="radio"]), select').filter(
      (each) => each instanceof HTMLInputElement || each instanceof HTMLSelectElement,
    );
  }
}
