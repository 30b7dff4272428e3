namespace Dateline.Foundation.Storage;

/// <summary>Opens contexts for reading: nothing is tracked, nothing is meant to be saved through them.</summary>
public sealed class DatelineDbFactory(Func<DatelineDb> open, TimeProvider clock)
{
    public DatelineDb Open()
    {
        var db = open();
        db.Clock = clock;
        return db;
    }
}
