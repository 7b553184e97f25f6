namespace AiFixer.Playground.Recording;

/// <summary>One mutating request as the API saw it, applied or refused.</summary>
/// <param name="Sequence">1, 2, 3 … in the order of application.</param>
/// <param name="Time">The world's time.</param>
/// <param name="Method">POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Path without query.</param>
/// <param name="Query">The query string, with its question mark, or empty.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="Body">As sent; cut after 64 kB.</param>
/// <param name="UserAgent">As sent.</param>
/// <param name="ActionId">The header <c>X-AiFixer-Action</c>, when sent.</param>
/// <param name="StatusCode">The answer, also when it was never delivered.</param>
/// <param name="DryRun">Asked to change nothing.</param>
/// <param name="Changed">The object really changed: false for refusals, dry runs and writes that made no difference.</param>
/// <param name="AnswerDropped">The connection was cut instead of answering.</param>
/// <param name="Uid">Uid of the object, when there was one.</param>
/// <param name="GenerationBefore">Its generation before the write.</param>
/// <param name="GenerationAfter">Its generation after the write.</param>
public sealed record RecordEntry(
    long Sequence, DateTimeOffset Time, string Method, string Path, string Query, string ContentType, string Body, string UserAgent, string? ActionId,
    int StatusCode, bool DryRun, bool Changed, bool AnswerDropped, string? Uid, long? GenerationBefore, long? GenerationAfter);
