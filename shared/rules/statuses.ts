/** The life of a rule, in its order; apart from the wire so that the pane does not carry the schema library. */
export const ruleStatuses = ['draft', 'rehearsal', 'active', 'off'] as const
