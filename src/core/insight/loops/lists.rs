//! Two short lists of English. Of other languages there is none: there, only
//! how often a word stands in the journal says how little it tells.

/// Words that hold sentences together, and tell little by themselves. Words of
/// denying and judging (*never*, *should*, *always*, *enough*) are not among
/// them: they are what many loops are made of.
pub(super) const SMALL_WORDS: &str = "a about after all also am an and any are as at back be because \
been before being but by came come could d day did do does down for from get go going got had has have \
he her here him his how i if in into is it its just ll m me more my no now of off on one or other our \
out over own put re s said same she so some that than the their them then there these they thing think \
this those thought time to today too two up us ve very was we well went were what when where which while \
who will with would yesterday you your";

/// Turns of speech that everyone uses.
pub(super) const STOCK_PHRASES: &str = "\
after all is said and done
all in all
all of a sudden
all the time
all things considered
and so on and so forth
as a matter of fact
as far as I can tell
as far as I know
as I said before
as luck would have it
as soon as possible
as time goes by
as usual
as well as
at first glance
at some point or other
at the end of the day
at the same time
at the last minute
at the very least
be that as it may
believe it or not
better late than never
by and large
by the time
day after day
day in day out
easier said than done
every now and then
every once in a while
far from it
first and foremost
first of all
first thing in the morning
first things first
for better or worse
for some reason or other
for the first time in a long time
for the most part
for the time being
for what it is worth
from the bottom of my heart
from time to time
from now on
good night and sleep well
here and there
if all else fails
if I am honest
if I remember correctly
if you know what I mean
in a manner of speaking
in a nutshell
in any case
in the first place
in the grand scheme of things
in the heat of the moment
in the long run
in the meantime
in the middle of nowhere
in the middle of the night
in the nick of time
in other words
in this day and age
it goes without saying
it is what it is
it remains to be seen
it was one of those days
last but not least
last night I had a dream
life goes on
like I said before
little by little
long story short
more often than not
more or less
needless to say
no matter what
no wonder
none the less
not to mention
now and then
of course
on a daily basis
on and off
on the bright side
on the one hand
on the other hand
on the plus side
on top of that
on top of the world
once and for all
once in a while
once upon a time
one of these days
one thing led to another
one way or another
only time will tell
out of the blue
over and over again
rain or shine
right now
slowly but surely
so far so good
so to speak
some time or other
sooner or later
speaking of which
step by step
that being said
the fact of the matter is
the other day
the rest is history
the same old story
the sooner the better
thank god
thing is
time and time again
time flies
to be fair
to be honest with you
to cut a long story short
to make a long story short
to make matters worse
to say the least
to tell the truth
to top it all off
up and down
upon a closer look
what can I say
when all is said and done
when it comes to
when push comes to shove
with all due respect
with a grain of salt
without a doubt
without further ado
you never know";
