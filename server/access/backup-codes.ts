/** Backup codes: ten, of 49 random bits each, in signs that nobody mistakes for one another when they copy them by hand. */
import { randomInt } from 'node:crypto';

const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const amount = 10;
const half = 5;

const word = () => Array.from({ length: half }, () => signs[randomInt(signs.length)]).join('');

/** @example ['k7mq2-x9d4t', …] */
export const newBackupCodes = (): string[] => Array.from({ length: amount }, () => `${word()}-${word()}`);
