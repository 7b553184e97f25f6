using System.Net;
using System.Net.Http.Headers;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A body that knows whether it began to leave: until then the server cannot have acted on it.</summary>
internal sealed class TrackedContent : ByteArrayContent
{
    private volatile bool left;

    private readonly Func<bool> mayLeave;

    /// <param name="mayLeave">Asked when the connection is there, right before the first byte.</param>
    public TrackedContent(byte[] body, string contentType, Func<bool> mayLeave)
        : base(body)
    {
        this.mayLeave = mayLeave;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    public bool Left => left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!mayLeave())
            throw new KeptBackException();
        left = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
