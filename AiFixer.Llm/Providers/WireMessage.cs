using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers;

/// <summary>A turn of the conversation.</summary>
internal sealed record WireMessage(ChatRole Role, IReadOnlyList<AIContent> Contents)
{
    public string Text => string.Concat(Contents.OfType<TextContent>().Select(text => text.Text));

    public IEnumerable<FunctionCallContent> Calls => Contents.OfType<FunctionCallContent>();

    public IEnumerable<FunctionResultContent> Results => Contents.OfType<FunctionResultContent>();
}
