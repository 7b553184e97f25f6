using AiFixer.Core.Messages;

namespace AiFixer.Lark.Room;

/// <summary>What came of one message: how it is now, or why it is not as it should be.</summary>
/// <param name="LookAgain">When it has to be looked at once more, although all is as it should be; null for never.</param>
internal readonly record struct PostResult(PostedMessage? Message, RoomVerdict? Failure, TimeSpan? LookAgain = null)
{
    public static implicit operator PostResult(PostedMessage? message) => new(message, null);

    public static implicit operator PostResult(RoomVerdict failure) => new(null, failure);
}
