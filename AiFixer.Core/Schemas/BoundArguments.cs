namespace AiFixer.Core.Schemas;

/// <summary>Arguments that fit, in canonical form with defaults filled in; or everything that is wrong with them.</summary>
public sealed record BoundArguments(string? Canonical, IReadOnlyList<ArgumentError> Errors)
{
    internal static BoundArguments Fit(string canonical) => new(canonical, []);

    internal static BoundArguments Wrong(params IReadOnlyList<ArgumentError> errors) => new(null, errors);
}
