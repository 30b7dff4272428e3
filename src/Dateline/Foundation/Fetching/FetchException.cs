namespace Dateline.Foundation.Fetching;

/// <summary>
/// How a failure leaves a stream or a connect callback, which have no other way to return a value.
/// An IOException, so that parsers let it pass as they do any broken stream.
/// </summary>
internal sealed class FetchException(FetchFailure failure, Exception? cause = null) : IOException(failure.Sentence, cause)
{
    public FetchFailure Failure { get; } = failure;
}
