namespace AiFixer.Lark.Client;

/// <summary>Whom a message is for.</summary>
/// <param name="IdType"><c>chat_id</c>, <c>open_id</c>, <c>user_id</c>, <c>union_id</c> or <c>email</c>.</param>
public sealed record LarkReceiver(string IdType, string Id)
{
    public static LarkReceiver Chat(string id) => new("chat_id", id);

    public static LarkReceiver Person(string openId) => new("open_id", openId);
}
