import { Component, type ReactNode } from 'react';
import { errorOf } from '../../../types/errors';
import { ErrorState } from '../StateView';

/** Stands in for a page that broke while drawing, so that there is still a bar, a number and a way on. */
export class Guard extends Component<{ children?: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <ErrorState error={errorOf('internal')} onRetry={() => this.setState({ broken: false })} />;
  }
}
