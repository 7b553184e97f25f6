using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Plugins.Docker;

/// <summary>What the engine said, or why not.</summary>
internal sealed class DockerResult<T>
    where T : class
{
    public DockerResult(T value) => Value = value;

    public DockerResult(DockerError error) => Error = error;

    public T? Value { get; }

    public DockerError? Error { get; }

    public bool Failed([NotNullWhen(true)] out DockerError? error, [NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
