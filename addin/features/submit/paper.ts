/** How the one thing that is printed stands on its page; the shell hides everything else from paper. */
import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({
  paper: {
    '@media print': {
      visibility: 'visible',
      position: 'absolute',
      inset: 0,
      padding: '10mm',
      backgroundColor: 'white',
      color: 'black',
      fontFamily: '"Times New Roman", serif',
      fontSize: '13pt',
      lineHeight: 1.4,
      // the dark theme stays on the screen
      '& section, & section *': { color: 'black', backgroundColor: 'white' },
    },
  },
})

export const usePaper = (): string => useStyles().paper
