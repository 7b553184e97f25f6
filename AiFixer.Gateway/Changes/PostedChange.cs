namespace AiFixer.Gateway.Changes;

/// <summary>A change as CI posts it.</summary>
/// <param name="Kind">"deploy", "commit", "flag" or "status".</param>
/// <param name="Ts">When it took effect, with an offset; now when it is missing.</param>
/// <param name="Service">The service it is about.</param>
/// <param name="Author">Who did it; "actor" does as well.</param>
/// <param name="Change">What a flag was switched from and to, such as "off->on".</param>
internal sealed record PostedChange(
    string Kind,
    DateTimeOffset? Ts = null,
    string? Service = null,
    string? Sha = null,
    string? Version = null,
    string? Author = null,
    string? Actor = null,
    string? Message = null,
    IReadOnlyList<string>? Files = null,
    string? Diff = null,
    string? Flag = null,
    string? Change = null,
    string? Link = null);
