using System.Net;
using System.Net.Http.Headers;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A body that knows whether it began to leave: until then the server cannot have acted on it.</summary>
internal sealed class TrackedContent : ByteArrayContent
{
    private volatile bool left;

    public TrackedContent(byte[] body, string contentType)
        : base(body) => Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

    public bool Left => left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        left = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
