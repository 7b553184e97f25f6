using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>A click, and what it turned out to be about.</summary>
/// <param name="Card">The message of ours it was made on.</param>
/// <param name="Reason">What was filled in; empty for nothing.</param>
internal sealed record ClickAbout(LarkClick Click, ClickValue Value, PostedMessage Card, Person By, string Reason)
{
    public PersonInput Input() => Value.Kind switch
    {
        ClickKind.Approve => new PersonInput.Approve(By, Value.Part),
        ClickKind.Reject => new PersonInput.Reject(By, Value.Part, Reason),
        ClickKind.Take => new PersonInput.TakeOver(By),
        ClickKind.Again => new PersonInput.Rediagnose(By, ""),
        ClickKind.Fixed => new PersonInput.Resolve(By, Reason),
        _ => new PersonInput.Ignore(By, ""),
    };
}
