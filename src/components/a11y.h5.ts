import type { Accessible } from './a11y';

type Props = Record<string, string | number | boolean>;
const pressable = new Set(['button', 'link', 'radio', 'checkbox']);

export function a11y(a: Accessible): Props {
  const props: Props = {};
  if (a.role) props.role = a.role;
  if (a.pushed || (a.role && pressable.has(a.role))) props.tabIndex = 0;
  if (a.label !== undefined) props['aria-label'] = a.label;
  // as text: an attribute that is `false` would be left out
  if (a.checked !== undefined) props['aria-checked'] = String(a.checked);
  if (a.pressed !== undefined) props['aria-pressed'] = String(a.pressed);
  if (a.current) props['aria-current'] = 'page';
  if (a.expanded !== undefined) props['aria-expanded'] = String(a.expanded);
  if (a.disabled) props['aria-disabled'] = 'true';
  if (a.hidden) props['aria-hidden'] = 'true';
  if (a.busy) props['aria-busy'] = 'true';
  if (a.level) props['aria-level'] = String(a.level);
  if (a.describedBy) props['aria-describedby'] = a.describedBy;
  if (a.value !== undefined) Object.assign(props, { 'aria-valuenow': String(Math.round(a.value)), 'aria-valuemin': '0', 'aria-valuemax': '100' });
  return props;
}

export function fieldA11y(a: { label: string; invalid?: boolean; describedBy?: string }): Record<string, unknown> {
  return {
    nativeProps: {
      'aria-label': a.label,
      ...(a.invalid ? { 'aria-invalid': 'true' } : {}),
      ...(a.describedBy ? { 'aria-describedby': a.describedBy } : {}),
    },
  };
}
