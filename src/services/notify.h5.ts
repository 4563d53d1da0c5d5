/** The browser's own dialog element: it keeps the focus, closes with Escape, and a screen reader knows it. The device's back says no. */
import { guard } from './deviceBack.h5';
import { again } from './meant';
import type { Question } from './notify';
import './notify.h5.scss';

/** A dialog inside the column, in the letters that the page has. */
function put<T extends HTMLElement>(element: T): T {
  const elder = document.querySelector('.lz-elder') !== null;
  element.classList.add('lz-note', ...(elder ? ['lz-note--elder'] : []));
  document.body.append(element);
  return element;
}

export function toast(text: string): void {
  const element = put(document.createElement('div'));
  element.classList.add('lz-note-toast');
  element.setAttribute('role', 'status');
  element.textContent = text;
  setTimeout(() => element.remove(), 3000);
}

export function confirm({ title, text, yes, no }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = put(document.createElement('dialog'));
    dialog.classList.add('lz-note-dialog');
    dialog.setAttribute('aria-label', title);
    const heading = document.createElement('h2');
    heading.textContent = title;
    const body = document.createElement('p');
    body.textContent = text;
    const buttons = document.createElement('div');
    buttons.append(...(no === undefined ? [] : [button(no, 'no')]), button(yes, 'yes'));
    dialog.append(heading, body, buttons);
    const free = guard(() => dialog.close('no'));
    dialog.addEventListener('close', () => {
      free();
      dialog.remove();
      const after = put(document.createElement('div'));
      after.classList.add('lz-note-after');
      setTimeout(() => after.remove(), again);
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();

    function button(label: string, value: string): HTMLButtonElement {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = `lz-note-button lz-note-button--${value}`;
      element.textContent = label;
      element.addEventListener('click', () => dialog.close(value));
      return element;
    }
  });
}
