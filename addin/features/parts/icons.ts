/** The icons of the pane, each from its own module: the package's index holds seventeen megabytes of them. */
export { AlertRegular } from '@fluentui/react-icons/svg/alert'
export { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
export { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
export { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
export { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
export { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark'
export {
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
} from '@fluentui/react-icons/svg/checkmark-circle'
export { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
export { CircleFilled, CircleRegular } from '@fluentui/react-icons/svg/circle'
export { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm'
export { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off'
export { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
export { EditRegular } from '@fluentui/react-icons/svg/edit'
export { InfoRegular } from '@fluentui/react-icons/svg/info'
export { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
export { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open'
export { SaveRegular } from '@fluentui/react-icons/svg/save'
export { WarningRegular } from '@fluentui/react-icons/svg/warning'
