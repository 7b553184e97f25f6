namespace AiFixer.Core.Analysis.Claims;

/// <summary>One thing in a claim that evidence can show or not.</summary>
internal abstract record ClaimValue(string Text)
{
    /// <summary>Words in quotation marks.</summary>
    public sealed record Quoted(string Text) : ClaimValue(Text);

    /// <summary>A commit or digest, perhaps its beginning only.</summary>
    public sealed record Sha(string Text) : ClaimValue(Text);

    /// <summary>The name of a service, a pod, a setting, a reason.</summary>
    public sealed record Name(string Text) : ClaimValue(Text);

    /// <summary>A time of day or a date.</summary>
    public sealed record Moment(string Text) : ClaimValue(Text);

    /// <summary>A number.</summary>
    public sealed record Number(string Text, Quantity Quantity, Bound Bound) : ClaimValue(Text);
}
