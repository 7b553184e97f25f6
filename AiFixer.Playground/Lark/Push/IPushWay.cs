using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Push;

/// <summary>A way to the app.</summary>
internal interface IPushWay
{
    Task<PushAnswer> SendAsync(JsonObject envelope, CancellationToken cancellationToken);
}
