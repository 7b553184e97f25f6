using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.OpenAi;

/// <summary>Chat completions, as OpenAI has them and many others speak them.</summary>
internal sealed class OpenAiDialect(ProviderOptions options) : IDialect
{
    private readonly OpenAiRequest writer = new(options);

    public string System => options.Kind == ProviderKind.DeepSeek ? "deepseek" : "openai";

    public ToolNameRule Names { get; } = new(64, "-");

    public bool SchemaWithTools => options.Json == JsonMode.Schema;

    public StreamFraming Framing => StreamFraming.Events;

    public Uri Models => Below("models");

    public Uri Address(bool stream) => Below("chat/completions");

    public void Authorize(HttpRequestHeaders headers)
    {
        if (options.ApiKey is { } key)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public JsonObject Write(WireRequest request) => writer.Write(request);

    public ChatResponse Read(JsonElement body) => OpenAiReply.Read(body);

    public IStreamFold Fold() => new OpenAiFold();

    public ProviderFault Fault(int status, HttpResponseHeaders headers, string body) => OpenAiFaults.Of(status, body);

    /// <summary>The version stands in the base address of most who speak this way; where it does not, it is <c>v1</c>.</summary>
    private Uri Below(string path)
    {
        var address = options.BaseUrl.AbsoluteUri.TrimEnd('/');
        var versioned = options.BaseUrl.Segments.Any(segment => segment.TrimEnd('/') is ['v', >= '0' and <= '9', ..]);
        return new($"{address}/{(versioned ? "" : "v1/")}{path}");
    }
}
