/** The icons of the later screens. */
export const lateIcons = {
  copy: 'M9 9h10v11H9zM5 15V4h10',
  info: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v5M12 8v.1',
  missing: 'M9.2 9a2.9 2.9 0 1 1 4 2.7c-.8.4-1.2.9-1.2 1.8M12 17v.1',
  warning: 'M12 4l9 16H3zM12 10v4M12 17.2v.1',
} as const;
