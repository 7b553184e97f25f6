using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Playground.Api;

/// <summary>A value or the refusal that stands in its place.</summary>
internal readonly struct Result<T>
    where T : class
{
    private readonly T? value;
    private readonly StatusError? error;

    private Result(T? value, StatusError? error) => (this.value, this.error) = (value, error);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(StatusError error) => new(null, error);

    public bool Failed([NotNullWhen(true)] out StatusError? refusal, [NotNullWhen(false)] out T? result)
    {
        refusal = error;
        result = value;
        return error is not null;
    }
}
