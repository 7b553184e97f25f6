using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Lark.Events;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>A command, who gave it, and the message it came in.</summary>
/// <param name="Us">Our own open id; empty when it is not known.</param>
internal sealed record CommandCall(LarkCommand.Known Command, Person By, LarkMessage Message, ReceivedMessage Received, Words Words, string Us);
