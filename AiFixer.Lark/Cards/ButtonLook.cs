namespace AiFixer.Lark.Cards;

internal enum ButtonLook
{
    Plain,
    Primary,
    Danger,
}
