using System.Runtime.CompilerServices;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers;

/// <summary>One provider as a chat client. Tools are known by the names of plugins, whatever the provider makes of them.</summary>
internal sealed class ProviderClient(HttpClient http, IDialect dialect, ProviderOptions options, CallIds ids, TimeProvider time) : IChatClient
{
    private readonly ProviderHttp wire = new(http, dialect, options, time);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chat = null, CancellationToken cancellationToken = default) =>
        AskAsync(messages, chat, options.Stream, cancellationToken);

    /// <summary>The answer is put together before it is handed on: nobody acts on half of one.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chat = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await AskAsync(messages, chat, stream: true, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>The connections are shared and belong to whoever made them.</summary>
    public void Dispose()
    {
    }

    private async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? chat, bool stream, CancellationToken cancellationToken)
    {
        var tools = (chat?.Tools ?? []).OfType<AIFunctionDeclaration>().ToList();
        var names = new ToolNames(dialect.Names, tools.Select(tool => tool.Name));
        var request = Request([.. messages], tools, names, chat?.ResponseFormat as ChatResponseFormatJson, stream);
        return Renamed(await wire.CallAsync(dialect.Write(request), stream, cancellationToken), names);
    }

    private WireRequest Request(
        List<ChatMessage> messages, List<AIFunctionDeclaration> tools, ToolNames names, ChatResponseFormatJson? format, bool stream)
    {
        var system = string.Join("\n\n", messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));
        var turns = messages.Where(message => message.Role != ChatRole.System)
            .Select(message => new WireMessage(message.Role, [.. message.Contents.Select(content => Named(content, names.Legal, static call => call.CallId))])).ToList();
        var offered = tools.Select(tool => new WireTool(names.Legal(tool.Name), tool.Description, tool.JsonSchema)).ToList();
        var schema = offered.Count == 0 || dialect.SchemaWithTools ? format?.Schema : null;
        return new(system, turns, offered, schema, stream);
    }

    private ChatResponse Renamed(ChatResponse response, ToolNames names)
    {
        foreach (var message in response.Messages)
            message.Contents = [.. message.Contents.Select(content => Named(content, names.Own, _ => ids.Next()))];
        return response;
    }

    private static AIContent Named(AIContent content, Func<string, string> name, Func<FunctionCallContent, string> id) => content is FunctionCallContent call
        ? new FunctionCallContent(id(call), name(call.Name), call.Arguments)
        {
            Exception = call.Exception,
            RawRepresentation = call.RawRepresentation,
        }
        : content;
}
