using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>Tells what a message of a chat is to us.</summary>
internal interface IHearing
{
    /// <param name="us">Our own open id; empty when it is not known.</param>
    Heard Hear(LarkMessage message, string us);
}
