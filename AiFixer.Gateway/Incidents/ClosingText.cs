using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Incidents;

internal static class ClosingText
{
    public static string How(ClosedBy how, Person? by, TextBook words) => how switch
    {
        ClosedBy.Verification => words["closed.verification"],
        ClosedBy.Sender => words["closed.sender"],
        ClosedBy.Group => words["closed.group"],
        ClosedBy.Quiet => words["closed.quiet"],
        _ => by?.Name ?? words["closed.person"],
    };
}
