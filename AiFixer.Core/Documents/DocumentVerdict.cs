namespace AiFixer.Core.Documents;

/// <summary>What became of an edit.</summary>
public abstract record DocumentVerdict
{
    private DocumentVerdict()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Stored(DocumentChange Change) : DocumentVerdict;

    /// <summary>The document is not the one it was made for; nothing was changed.</summary>
    /// <param name="Version">The version it has; <see cref="DocumentEdit.Absent"/> when it is not there.</param>
    public sealed record Changed(long Version) : DocumentVerdict;

    /// <summary>There is nothing to delete.</summary>
    public sealed record Missing : DocumentVerdict;

    /// <summary>It cannot be kept; nothing was changed.</summary>
    /// <param name="Field">What is wrong with it: <c>kind</c>, <c>name</c>, <c>body</c>, <c>note</c> or <c>by</c>.</param>
    /// <param name="Problem">The end of a sentence that begins with the field.</param>
    public sealed record Refused(string Field, string Problem) : DocumentVerdict;
}
