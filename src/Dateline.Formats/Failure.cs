namespace Dateline.Formats;

/// <summary>
/// A mistake of ours, met while a piece was read. It is that piece's misfortune and not its document's: each reader makes it a
/// <see cref="RejectCode.Failed"/> where the piece stands, and goes on. The piece isn't let through as far as it was read: the rule
/// that failed may have been the one that holds it.
/// </summary>
internal static class Failure
{
    /// <summary>Not the token's, and not the machine's.</summary>
    public static bool IsOurs(Exception failure) => failure is not (OperationCanceledException or OutOfMemoryException);

    public static string Reason(Exception failure) => $"Our own reader failed on this item ({failure.GetType().Name}). It can be read again when that is mended.";

    public static string ReasonOfAll(Exception failure) => $"Our own reader failed on the document ({failure.GetType().Name}), and what follows was not read. It can be read again when that is mended.";
}
