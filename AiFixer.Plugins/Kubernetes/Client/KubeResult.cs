using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the API said, or why not.</summary>
internal sealed class KubeResult<T>
    where T : class
{
    public KubeResult(T value) => Value = value;

    public KubeResult(KubeError error) => Error = error;

    public T? Value { get; }

    public KubeError? Error { get; }

    public bool Failed([NotNullWhen(true)] out KubeError? error, [NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
