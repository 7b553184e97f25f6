using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What was understood of a text, or why nothing was.</summary>
internal sealed class Reading<T>
    where T : class
{
    private readonly T? value;
    private readonly string? problem;

    private Reading(T? value, string? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Reading<T>(T value) => new(value, null);

    public static Reading<T> Wrong(string problem) => new(null, problem);

    public bool Failed([NotNullWhen(true)] out string? why, [NotNullWhen(false)] out T? understood)
    {
        (why, understood) = (problem, value);
        return problem is not null;
    }
}
