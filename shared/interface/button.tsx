/** A button. `busy` shows that its work is under way and keeps it from being pressed twice. */
import type { ComponentProps } from 'preact';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  busy?: boolean;
}

export function Button({
  tone = 'secondary',
  type = 'button',
  busy,
  disabled,
  class: more,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      class={more ? `button ${more}` : 'button'}
      data-tone={tone}
      disabled={disabled || busy}
      aria-busy={busy}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
