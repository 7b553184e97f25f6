using System.Diagnostics.CodeAnalysis;

namespace AiFixer.Plugins.Http;

/// <summary>What a backend said, or why not.</summary>
internal sealed class HttpResult<T>
    where T : class
{
    public HttpResult(T value) => Value = value;

    public HttpResult(HttpError error) => Error = error;

    public T? Value { get; }

    public HttpError? Error { get; }

    public bool Failed([NotNullWhen(true)] out HttpError? error, [NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
