using System.Net;
using System.Net.Http.Headers;

namespace AiFixer.Plugins.Http;

/// <summary>
/// A body that knows whether it began to leave: until then the server cannot have acted on it. Whatever changes something has
/// one, be it empty: a request without a body is sent again by the framework itself when its connection breaks.
/// </summary>
internal sealed class TrackedContent : ByteArrayContent
{
    private volatile bool left;

    private readonly Func<bool> mayLeave;

    /// <param name="mayLeave">Asked when the connection is there, right before the first byte.</param>
    public TrackedContent(byte[] body, string? contentType, Func<bool> mayLeave)
        : base(body)
    {
        this.mayLeave = mayLeave;
        if (contentType is not null)
            Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    public bool Left => left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!mayLeave())
            throw new KeptBack();
        left = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
