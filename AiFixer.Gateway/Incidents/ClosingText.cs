using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

internal static class ClosingText
{
    public static string How(ClosedBy how, Person? by) => how switch
    {
        ClosedBy.Verification => "a verified fix",
        ClosedBy.Sender => "the alert's sender",
        ClosedBy.Group => "the end of its group",
        ClosedBy.Quiet => "its not being reported again",
        _ => by?.Name ?? "a person",
    };
}
