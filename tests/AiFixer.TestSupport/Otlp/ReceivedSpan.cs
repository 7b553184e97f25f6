namespace AiFixer.TestSupport;

/// <summary>A span as a collector got it.</summary>
/// <param name="Parent">Empty for the first of a trace.</param>
/// <param name="Links">Spans that it names as what led to it.</param>
/// <param name="Events">Names of what happened in it, with their attributes.</param>
public sealed record ReceivedSpan(
    string Service,
    string Instance,
    string Source,
    string Trace,
    string Id,
    string Parent,
    string Name,
    DateTimeOffset Start,
    TimeSpan Length,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<(string Trace, string Span)> Links,
    IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Attributes)> Events,
    bool Failed)
{
    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");
}
