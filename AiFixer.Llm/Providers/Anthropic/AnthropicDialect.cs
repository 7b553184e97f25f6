using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Anthropic;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicDialect(ProviderOptions options) : IDialect
{
    private const string Version = "2023-06-01";

    private readonly AnthropicRequest writer = new(options);

    public string System => "anthropic";

    public ToolNameRule Names { get; } = new(64, "-");

    public bool SchemaWithTools => options.Json == JsonMode.Schema;

    public StreamFraming Framing => StreamFraming.Events;

    public Uri Models => Below("models");

    public Uri Address(bool stream) => Below("messages");

    public void Authorize(HttpRequestHeaders headers)
    {
        headers.Add("anthropic-version", Version);
        if (options.ApiKey is { } key)
            headers.Add("x-api-key", key);
    }

    public JsonObject Write(WireRequest request) => writer.Write(request);

    public ChatResponse Read(JsonElement body) => new AnthropicReply(options.Name).Read(body);

    public IStreamFold Fold() => new AnthropicFold();

    public ProviderFault Fault(int status, HttpResponseHeaders headers, string body) => AnthropicFaults.Of(status, body);

    private Uri Below(string path) => new($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/v1/{path}");
}
