import { Button as AntdButton } from 'antd';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import './button.css';

/**
 * How loud a button is: `primary` once a surface, `accent` the row to act on first, `plain` the rest, `quiet` without a
 * frame, `link` quiet in the accent colour, `danger` destroys.
 */
export type ButtonKind = 'primary' | 'accent' | 'plain' | 'quiet' | 'link' | 'danger';

interface ButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'color' | 'onClick' | 'children' | 'className'> {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** In rows and cards: 28 px high instead of 32. */
  readonly small?: boolean;
  /** The act is under way: shows it and takes no second press. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Makes it the submit button of its form. */
  readonly submit?: boolean;
  readonly wide?: boolean;
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
  /** More words for a screen reader where the visible verb is not enough: 记录跟进 绍兴越川纺机. */
  readonly label?: string;
  /** The verb. */
  readonly children: ReactNode;
}

const antdType = {
  primary: { type: 'primary' },
  accent: { className: 'accent' },
  plain: {},
  quiet: { type: 'text' },
  link: { type: 'text', className: 'words-accent' },
  danger: { danger: true },
} as const satisfies Record<ButtonKind, object>;

/** A button with a verb on it. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, small, busy, disabled, submit, wide, onClick, label, children, ref, ...rest } = props;
  const { className, ...look } = { className: '', ...antdType[kind] };
  return (
    <AntdButton
      {...rest}
      {...look}
      className={`k-button ${className}`}
      size={small ? 'small' : 'middle'}
      loading={busy ? { delay: 300 } : false}
      disabled={disabled ?? false}
      htmlType={submit ? 'submit' : 'button'}
      block={wide ?? false}
      {...(icon ? { icon: <Icon name={icon} /> } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(ref ? { ref } : {})}
      onClick={(event) => {
        if (!busy) onClick?.(event);
      }}
    >
      {children}
    </AntdButton>
  );
}
