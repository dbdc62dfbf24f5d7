import type {Step} from '../../src/index.js';
import {nameOf, textOf} from './page-names.js';
import {Screen} from './page-screen.js';

/** How long a person waits for the next screen before a test gives up, in milliseconds. */
const patience = 6000;

/** A widget as the person before it knows it: by names, labels and headings. */
export class Page extends Screen {
  /** Resolves with what `look` finds once it finds something, looking after every change of the screen. */
  until<T>(look: () => T | null | undefined | false, sentence: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (finish: () => void) => {
        observer.disconnect();
        clearTimeout(timer);
        this.element.removeEventListener('belvo-event', check);
        finish();
      };
      const check = () => {
        try {
          const found = look();
          if (found) done(() => resolve(found));
        } catch (error) {
          done(() => reject(error));
        }
      };
      const observer = new MutationObserver(check);
      const timer = setTimeout(() => {
        done(() => reject(new Error(`${sentence} On screen: ${this.describe()}`)));
      }, patience);
      const watched = {subtree: true, childList: true, attributes: true, characterData: true};
      observer.observe(this.root, watched);
      observer.observe(document.documentElement, {attributes: true});
      this.element.addEventListener('belvo-event', check);
      void this.element.updateComplete.then(check);
    });
  }

  /** Resolves once a step has come and all of its screen is there. */
  async waitForStep(step: Step): Promise<void> {
    const isThere = () =>
      this.element.step === step && !this.root.querySelector('[aria-busy="true"]');
    do {
      await this.until(isThere, `Waited for the step "${step}".`);
      // The step may have come before its screen.
      await this.element.updateComplete;
    } while (!isThere());
  }

  /** Presses the button of a name. */
  async press(name: string): Promise<void> {
    const button = await this.until(
      () =>
        only(
          this.reachableButtons().filter((each) => nameOf(each) === name),
          name,
        ),
      `There is no button "${name}".`,
    );
    await this.#click(button);
  }

  /** Presses a button by its part, where its name depends on the language. */
  async pressPart(part: string): Promise<void> {
    const button = await this.until(
      () => this.reachableButtons().find((each) => each.part.contains(part)),
      `There is no button with the part "${part}".`,
    );
    await this.#click(button);
  }

  /** Types into the field of a label and leaves it. */
  async fill(label: string, value: string): Promise<void> {
    const field = await this.field(label);
    if (field instanceof HTMLSelectElement) throw new Error(`"${label}" is a choice, not a field.`);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await this.element.updateComplete;
  }

  /** Chooses from the choice of a label. */
  async choose(label: string, option: string): Promise<void> {
    const field = await this.field(label);
    if (!(field instanceof HTMLSelectElement)) throw new Error(`"${label}" is no choice.`);
    const index = [...field.options].findIndex((each) => each.label.trim() === option);
    if (index < 0) throw new Error(`"${label}" does not offer "${option}".`);
    field.selectedIndex = index;
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await this.element.updateComplete;
  }

  /** Ticks the option of a label. */
  async tick(label: string): Promise<void> {
    const radio = await this.until(
      () => this.reachable('input[type="radio"]').find((each) => nameOf(each) === label),
      `There is no option "${label}".`,
    );
    radio.click();
  }

  /** Presses the row of an institution. `country` as the row shows it, where it does. */
  async pick(name: string, country: string | RegExp = ''): Promise<void> {
    const fits = (row: string) =>
      row.startsWith(`${name} `) &&
      (country instanceof RegExp ? country.test(row) : row.includes(country));
    const row = await this.until(
      () => this.reachable('[part~="institution"]').find((each) => fits(nameOf(each))),
      `There is no institution "${name}" ${String(country)}.`,
    );
    await this.#click(row);
  }

  /** Types into the search above the list. */
  async search(words: string): Promise<void> {
    const field = this.part('search');
    if (!(field instanceof HTMLInputElement)) throw new Error('The search is no input.');
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    // The button that empties the search stands there as long as there is one.
    await this.until(
      () => Boolean(field.parentElement?.querySelector('button')) === Boolean(words),
      `The search for "${words}" is not taken in.`,
    );
    await this.element.updateComplete;
  }

  /** Signs in at a bank that asks for a user name and a password in Spanish. */
  async signIn(username: string, password: string): Promise<void> {
    await this.waitForStep('credentials');
    await this.fill('Usuario', username);
    await this.fill('Contraseña', password);
    await this.pressPart('primary-button');
  }

  /** The field or choice of a label. */
  field(label: string): Promise<HTMLInputElement | HTMLSelectElement> {
    return this.until(
      () =>
        only(
          this.controls().filter((each) => nameOf(each) === label),
          label,
        ),
      `There is no field "${label}".`,
    );
  }

  /** The field of a label that can be typed into. */
  async input(label: string): Promise<HTMLInputElement> {
    const field = await this.field(label);
    if (field instanceof HTMLInputElement) return field;
    throw new Error(`"${label}" is a choice, not a field.`);
  }

  /** What a field is described by: its error, its hint. */
  async descriptionOf(label: string): Promise<string> {
    const ids = (await this.field(label)).getAttribute('aria-describedby')?.split(/\s+/) ?? [];
    return ids
      .map((id) => {
        const about = this.root.getElementById(id);
        if (!about) throw new Error(`"${label}" is described by "${id}", which is not there.`);
        return textOf(about);
      })
      .join(' ');
  }

  /** As the keyboard does it, and most browsers with a pointer: the focus comes first. */
  async #click(button: HTMLElement): Promise<void> {
    button.focus({preventScroll: true});
    button.click();
    await this.element.updateComplete;
  }
}

function only<T>(found: readonly T[], name: string): T | undefined {
  if (found.length > 1) throw new Error(`There are ${found.length} of "${name}".`);
  return found[0];
}
